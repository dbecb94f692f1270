package dev.assay.api.signon;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.userinfo.DefaultOAuth2UserService;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestOperations;
import org.springframework.web.client.RestTemplate;

/** How the issuer is called: never longer than a person waits before a page, and never led elsewhere. */
@Component
public final class IssuerCalls {

    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration ANSWER = Duration.ofSeconds(10);
    private static final ParameterizedTypeReference<Map<String, Object>> OBJECT = new ParameterizedTypeReference<>() {};

    private final SignOnSettings settings;
    private final ClientHttpRequestFactory requests = requests();

    IssuerCalls(SignOnSettings settings) {
        this.settings = settings;
    }

    private static ClientHttpRequestFactory requests() {
        JdkClientHttpRequestFactory factory = new JdkClientHttpRequestFactory(HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(CONNECT)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build());
        factory.setReadTimeout(ANSWER);
        return factory;
    }

    /** Reads an object. */
    Map<String, Object> read(URI address) {
        return Objects.requireNonNullElse(
                RestClient.builder()
                        .requestFactory(requests)
                        .build()
                        .get()
                        .uri(address)
                        .retrieve()
                        .body(OBJECT),
                Map.of());
    }

    /** Reads anything, such as keys. */
    RestOperations plain() {
        return new RestTemplate(requests);
    }

    /**
     * Exchanges codes for tokens.
     *
     * @return what does it
     */
    public RestClientAuthorizationCodeTokenResponseClient tokens() {
        RestClientAuthorizationCodeTokenResponseClient client = new RestClientAuthorizationCodeTokenResponseClient();
        client.setRestClient(RestClient.builder()
                .requestFactory(requests)
                .configureMessageConverters(converters -> {
                    converters.addCustomConverter(new FormHttpMessageConverter());
                    converters.addCustomConverter(new OAuth2AccessTokenResponseHttpMessageConverter());
                })
                .defaultStatusHandler(new OAuth2ErrorResponseErrorHandler())
                .build());
        return client;
    }

    /**
     * Reads who somebody is. The issuer is asked for more than its token says only where the token does not name the user.
     *
     * @return what does it
     */
    public OidcUserService users() {
        RestTemplate rest = new RestTemplate(requests);
        rest.setErrorHandler(new OAuth2ErrorResponseErrorHandler());
        DefaultOAuth2UserService claims = new DefaultOAuth2UserService();
        claims.setRestOperations(rest);
        OidcUserService users = new OidcUserService();
        users.setOauth2UserService(claims);
        users.setRetrieveUserInfo(request -> request.getIdToken().getClaim(settings.userClaim()) == null
                && request.getClientRegistration()
                                .getProviderDetails()
                                .getUserInfoEndpoint()
                                .getUri()
                        != null);
        return users;
    }
}
