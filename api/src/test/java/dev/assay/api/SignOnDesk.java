package dev.assay.api;

import dev.assay.store.testing.TestDatabases;
import java.net.http.HttpResponse;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** A server whose people sign on at a {@link TestIssuer}, and what the tests of it do again and again. */
final class SignOnDesk implements AutoCloseable {

    private final TestIssuer issuer = new TestIssuer();
    private @Nullable SampleServer started;

    void start() {
        started = SampleServer.start(
                TestDatabases.EMBEDDED,
                40,
                InstantSource.system(),
                Map.of(
                        "assay.sign-on.issuer",
                        issuer.address(),
                        "assay.sign-on.client-id",
                        TestIssuer.CLIENT,
                        "assay.sign-on.client-secret",
                        TestIssuer.SECRET,
                        "assay.sign-on.name.zh",
                        "全市统一登录",
                        "assay.sign-on.name.en",
                        "City sign-on"));
        account("keeper", "ADMINISTRATOR", "");
    }

    SampleServer server() {
        return Objects.requireNonNull(started);
    }

    TestIssuer issuer() {
        return issuer;
    }

    DSLContext dsl() {
        return server().bean("dsl", DSLContext.class);
    }

    void account(String name, String role, String divisions) {
        dsl().execute(
                        "INSERT INTO account (name, password_hash, role, divisions, created_at) SELECT ?, password_hash, ?, ?, created_at FROM account WHERE name = 'partner'",
                        name,
                        role,
                        divisions);
    }

    Visitor keeper() {
        return Visitor.of(server(), "keeper", SampleServer.PASSWORD);
    }

    String link(String account, String user) {
        return keeper().submit("/accounts", "/accounts/" + account + "/link", Map.of("user", user))
                .body();
    }

    void person(String subject, String user) {
        issuer.person = Map.of("sub", subject, "preferred_username", user);
    }

    HttpResponse<String> signOn(Visitor visitor) {
        return visitor.get("/sign-on/at/authority");
    }

    List<String> acts(String subject) {
        return dsl().fetch("SELECT act FROM audit_entry WHERE subject = ? ORDER BY entry_no", subject)
                .getValues(0, String.class);
    }

    String lastRefusal() {
        return dsl().fetchSingle(
                        "SELECT detail FROM audit_entry WHERE act = 'sign-on-refused' ORDER BY entry_no DESC LIMIT 1")
                .get(0, String.class);
    }

    int refusals() {
        return dsl().fetchSingle("SELECT COUNT(*) FROM audit_entry WHERE act = 'sign-on-refused'")
                .get(0, Integer.class);
    }

    boolean isIn(Visitor visitor) {
        return visitor.get("/overview").uri().getPath().equals("/overview");
    }

    @Override
    public void close() {
        server().close();
        issuer.close();
    }
}
