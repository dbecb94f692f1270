package dev.assay.api;

import dev.assay.api.sandbox.SandboxSettings;
import dev.assay.store.account.ClientScope;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.security.OAuthFlow;
import io.swagger.v3.oas.models.security.OAuthFlows;
import io.swagger.v3.oas.models.security.Scopes;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.net.URI;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The head of the OpenAPI description; the rest is read from the controllers and views. */
@Configuration(proxyBeanMethods = false)
class ApiDescription {

    @Bean
    OpenAPI openApi(SandboxSettings sandbox) {
        OpenAPI described = head(sandbox);
        URI address = sandbox.address();
        if (address != null) {
            described
                    .addServersItem(new Server().url("/").description("This server"))
                    .addServersItem(new Server()
                            .url(address.toString())
                            .description("Sandbox: the same API on made-up data, with programs and logins of its own"));
        }
        return described;
    }

    private static OpenAPI head(SandboxSettings sandbox) {
        return new OpenAPI()
                .info(new Info()
                        .title("Assay")
                        .version("v1")
                        .description((sandbox.on() ? "SANDBOX: all data are made up. " : "")
                                + "Credit ratings and risk grades of food businesses. Names are camelCase, days are YYYY-MM-DD,"
                                + " instants are UTC. Errors are problem details (RFC 9457); a bad parameter is named in"
                                + " `parameter`. Answers carry an ETag: send it as If-None-Match and get a 304 where"
                                + " nothing changed. What a login may not see is 404. Long results have `nextCursor`: pass it"
                                + " as `cursor`, unchanged, until it is null. RateLimit-Limit, RateLimit-Remaining and RateLimit-Reset"
                                + " (seconds) tell what may still be asked; beyond it comes 429 with Retry-After."))
                .components(new Components()
                        .addSecuritySchemes(
                                "basic",
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("basic"))
                        .addSecuritySchemes(
                                "program",
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.OAUTH2)
                                        .description(
                                                "A program of a platform or of the authority: client credentials, then Bearer")
                                        .flows(new OAuthFlows().clientCredentials(flow()))));
    }

    private static OAuthFlow flow() {
        Scopes scopes = new Scopes();
        for (ClientScope scope : ClientScope.values()) {
            scopes.addString(
                    scope.code(),
                    scope.isOfAuthority()
                            ? "for programs of the authority itself: to read visits and plans of their divisions, and to send results"
                            : "to read " + scope.code());
        }
        return new OAuthFlow().tokenUrl("/oauth2/token").scopes(scopes);
    }
}
