package dev.assay.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLDecoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;

/** The figures of an area on their page: every number leads to as many rows, and nobody sees another's division. */
@WithSampleServer
class AreaIT {

    private static final Pattern LINK = Pattern.compile("href=\"(/area/rows\\?[^\"]+)\">([0-9,]+)</a>");
    private static final Pattern TOTAL = Pattern.compile("id=\"total\" data-total=\"(\\d+)\"");
    private static final String DAYS = "from=2025-11-21&to=2026-11-20";

    private final SampleServer server;
    private final Caller regulator;

    AreaIT(SampleServer server) {
        this.server = server;
        this.regulator = new Caller(server, "regulator");
    }

    @Test
    void everyNumberLeadsToAsManyRowsOnThePageAndInTheSheet() {
        String page = regulator.get("/area?division=3206&" + DAYS).body();
        assertThat(page).contains("data-figure=\"coverage\"", "data-figure=\"disposal\"", "no basis");
        Matcher link = LINK.matcher(page);
        int looked = 0;
        while (link.find()) {
            String address = link.group(1).replace("&amp;", "&");
            String count = link.group(2).replace(",", "");
            Matcher total = TOTAL.matcher(regulator.get(address).body());
            assertThat(total.find()).as(address).isTrue();
            assertThat(total.group(1)).as(address).isEqualTo(count);
            if (looked < 4) {
                String sheet = regulator
                        .get(address.replace("/area/rows?", "/area/rows.csv?"))
                        .body();
                assertThat(sheet.lines().count() - 1).as(address).isEqualTo(Long.parseLong(count));
            }
            looked++;
        }
        // Twelve of the area's own, and those of seven divisions.
        assertThat(looked).isGreaterThan(30);
    }

    @Test
    void theAreaIsWhatTheDivisionsHaveInCommonUnlessOneIsNamed() {
        assertThat(regulator.get("/area").body()).contains("name=\"division\" value=\"3206\"");
        assertThat(regulator.get("/area?division=*").body()).contains("all divisions");
        assertThat(regulator.get("/area?division=320600").body()).contains("name=\"division\" value=\"3206\"");
    }

    @Test
    void whoActsForOneDivisionSeesTheFiguresOfThatOneAlone() {
        DSLContext dsl = server.bean("dsl", DSLContext.class);
        dsl.execute(
                "INSERT IGNORE INTO account (name, password_hash, role, divisions, created_at) SELECT 'area-reader', password_hash, 'REGULATOR', '320612', created_at FROM account WHERE name = 'partner'");
        Caller scoped = new Caller(server, "area-reader");
        assertThat(scoped.get("/area").body()).contains("name=\"division\" value=\"320612\"");
        assertThat(scoped.get("/area?division=320613").statusCode()).isEqualTo(404);
        assertThat(scoped.get("/area?division=3206").statusCode()).isEqualTo(404);
        for (String side : new String[] {"rows", "among"}) {
            String address = "/area/rows?figure=coverage&side=" + side + "&" + DAYS + "&division=";
            assertThat(scoped.get(address + "320613").statusCode()).isEqualTo(404);
            assertThat(scoped.get(address.replace("rows?", "rows.csv?") + "320613")
                            .statusCode())
                    .isEqualTo(404);
            // All divisions are all of the login's own.
            assertThat(scoped.get(address + "*").body()).contains("320612").doesNotContain("320613", "320685");
        }
    }

    @Test
    void whatCannotBeAskedForIsRefusedWithARemedy() {
        HttpResponse<String> days = regulator.get("/area?division=3206&from=2026-02-01&to=2026-01-01");
        assertThat(days.statusCode()).isEqualTo(200);
        assertThat(days.body()).contains("The period ends (2026-01-01) before it begins (2026-02-01)", "Maybe");
        assertThat(regulator.get("/area?division=32%25").body()).contains("is no code");
        for (String wrong :
                new String[] {"figure=nothing", "figure=coverage&side=up", "figure=samples-per-thousand&side=among"}) {
            HttpResponse<String> refused = regulator.get("/area/rows?" + wrong);
            assertThat(refused.statusCode())
                    .as(URLDecoder.decode(wrong, StandardCharsets.UTF_8))
                    .isEqualTo(400);
            assertThat(refused.body()).doesNotContain("Exception");
        }
    }
}
