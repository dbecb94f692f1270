package dev.assay.batch.reading;

import com.code_intelligence.jazzer.junit.FuzzTest;

/**
 * The laws of reading for whatever bytes a fuzzer finds. Without {@code JAZZER_FUZZ=1} the inputs beside this class, each of which has something
 * to it, are read once.
 */
class ReadingFuzzTest {

    @FuzzTest
    void anyCsvIsRefusedOrAccountedFor(byte[] bytes) {
        ReadingLaws.hold(bytes, ReadingLaws.CSV);
    }

    @FuzzTest
    void anyWorkbookIsRefusedOrAccountedFor(byte[] bytes) {
        ReadingLaws.hold(bytes, ReadingLaws.XLSX);
    }

    @FuzzTest
    void anyJsonIsRefusedOrAccountedFor(byte[] bytes) {
        ReadingLaws.hold(bytes, ReadingLaws.JSON);
        ReadingLaws.hold(bytes, ReadingLaws.JSON_LINES);
    }

    @FuzzTest
    void anyXmlIsRefusedOrAccountedFor(byte[] bytes) {
        ReadingLaws.hold(bytes, ReadingLaws.XML);
    }
}
