package dev.assay.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.InetAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Someone before the sample server's pages, with cookies, who fills in forms. */
final class Visitor {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final SampleServer server;
    private final HttpClient client;

    Visitor(SampleServer server) {
        this(server, "127.0.0.1");
    }

    /** Someone at another address of this machine: what the server counts by address is counted apart. */
    Visitor(SampleServer server, String address) {
        this.server = server;
        this.client = HttpClient.newBuilder()
                .localAddress(InetAddress.ofLiteral(address))
                .cookieHandler(new CookieManager())
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();
    }

    /** Someone who has logged in. */
    static Visitor of(SampleServer server, String account, String password) {
        return new Visitor(server).as(account, password);
    }

    /** Logs in. */
    Visitor as(String account, String password) {
        submit("/login", "/login", Map.of("username", account, "password", password));
        return this;
    }

    HttpResponse<String> get(String path) {
        return send(request(path).GET());
    }

    /** Sends a form of a page, with the page's token. */
    HttpResponse<String> submit(String page, String action, Map<String, String> fields) {
        Matcher token = TOKEN.matcher(get(page).body());
        if (!token.find()) {
            throw new AssertionError("There is no form on " + page);
        }
        return post(action, fields, token.group(1));
    }

    HttpResponse<String> post(String action, Map<String, String> fields, String token) {
        String form = fields.entrySet().stream()
                        .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                        .collect(Collectors.joining("&"))
                + "&_csrf="
                + encoded(token);
        return send(request(action)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form)));
    }

    /** Sends an empty JSON object, as a program does that has no form to take a token from. */
    HttpResponse<String> postJson(String path) {
        return send(request(path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{}")));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(server.address(path))).header("Accept-Language", "en");
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
