package dev.assay.bench;

import dev.assay.batch.matching.Asked;
import dev.assay.batch.matching.Candidate;
import dev.assay.batch.matching.Comparison;
import dev.assay.batch.matching.NameIndex;
import dev.assay.batch.matching.Resolution;
import dev.assay.batch.matching.Resolution.Matched;
import dev.assay.batch.matching.Resolution.Review;
import dev.assay.batch.matching.Resolution.Scored;
import dev.assay.batch.matching.Resolution.Unknown;
import dev.assay.batch.matching.Resolver;
import dev.assay.core.identity.Identity;
import dev.assay.model.config.ConfigFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Real prosecutions, which name premises and town, against the establishments of the FHRS; every automatic match is printed. */
final class Prosecutions {

    private Prosecutions() {}

    static void run(Path establishments, Path prosecutions, Path folder) throws IOException {
        List<Map<String, String>> register = Matching.rows(establishments);
        Comparison comparison = new Comparison(ConfigFiles.packaged());
        long start = System.nanoTime();
        try (NameIndex index = NameIndex.make(
                folder,
                comparison,
                intake -> register.forEach(row -> {
                    Candidate candidate = candidate(row);
                    intake.add(candidate, List.of(candidate.identity()));
                }))) {
            System.out.printf(Locale.ROOT, "index of %,d names: %.1f s%n", index.size(), Bare.seconds(start));
            Resolver resolver = new Resolver(index, comparison);
            int[] counts = new int[3];
            for (Map<String, String> row : Matching.rows(prosecutions)) {
                answer(resolver, row, counts);
            }
            System.out.printf("matched %d, review %d, none %d%n", counts[0], counts[1], counts[2]);
        }
    }

    private static Candidate candidate(Map<String, String> row) {
        String address = Stream.of("addressline1", "addressline2", "addressline3", "addressline4", "postcode")
                .map(column -> Matching.cell(row, column))
                .filter(line -> !line.isBlank())
                .collect(Collectors.joining(", "));
        return new Candidate(
                Long.parseLong(Matching.cell(row, "fhrsid")),
                new Identity("fhrs", Matching.cell(row, "fhrsid")),
                Matching.cell(row, "businessname"),
                "",
                address);
    }

    private static void answer(Resolver resolver, Map<String, String> row, int[] counts) {
        String premises = Matching.cell(row, "PREMISES");
        int comma = premises.indexOf(',');
        String name = comma < 0 ? premises : premises.substring(0, comma);
        String address = comma < 0 ? "" : premises.substring(comma + 1).strip();
        Resolution answer = resolver.resolve(Asked.of(name, "", address));
        switch (answer) {
            case Matched matched -> {
                counts[0]++;
                print("MATCH ", name, address, matched.business());
            }
            case Review review -> {
                counts[1]++;
                print(
                        "review " + review.doubt(),
                        name,
                        address,
                        review.candidates().getFirst());
            }
            case Unknown unknown -> {
                counts[2]++;
                if (unknown.nearest().isEmpty()) {
                    System.out.printf("none   %s | %s%n", name, address);
                } else {
                    print("none  ", name, address, unknown.nearest().getFirst());
                }
            }
        }
    }

    private static void print(String decision, String name, String address, Scored best) {
        System.out.printf(
                Locale.ROOT,
                "%s %.3f  %s | %s  ~  %s | %s (%s)%n",
                decision,
                best.score().value(),
                name,
                address,
                best.candidate().name(),
                best.candidate().address(),
                best.candidate().identity());
    }
}
