package dev.assay.api.contract;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Announces with every answer of an operation that it is going to end: {@code Deprecation} (RFC 9745), {@code Sunset} (RFC 8594) and a link to what has
 * changed; the description marks it as deprecated.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RetiringOperations.Settings.class)
class RetiringOperations implements WebMvcConfigurer, HandlerInterceptor {

    private static final String CHANGES = "</api-changes>; rel=\"deprecation\"; type=\"text/markdown\"";
    private static final DateTimeFormatter HTTP_DATE =
            DateTimeFormatter.ofPattern("EEE, dd MMM uuuu HH:mm:ss 'GMT'", Locale.ROOT);

    private final List<Retiring> retiring;

    RetiringOperations(Settings settings) {
        this.retiring = settings.retiring();
    }

    /**
     * The operations that are going to end.
     *
     * @param retiring them; none if not said
     */
    @ConfigurationProperties("assay.api")
    record Settings(@DefaultValue List<Retiring> retiring) {

        /** Copies the list. */
        Settings {
            retiring = List.copyOf(retiring);
        }
    }

    /**
     * An operation that is going to end.
     *
     * @param path its path as the description has it, such as {@code /v1/changes}
     * @param since the day from which on it is not to be used any more
     * @param until the first day on which it may be gone; null if that is not decided
     */
    record Retiring(String path, LocalDate since, @Nullable LocalDate until) {

        /** Refuses a day of its end that comes too early. */
        Retiring {
            if (until != null && until.isBefore(since)) {
                throw new IllegalArgumentException(
                        "The operation (%s) would end (%s) before it is deprecated (%s).%nMaybe the days were confused."
                                .formatted(path, until, since));
            }
        }

        private static ZonedDateTime begin(LocalDate day) {
            return day.atStartOfDay(ZoneOffset.UTC);
        }

        String deprecation() {
            return "@" + begin(since).toEpochSecond();
        }

        Optional<String> sunset() {
            return Optional.ofNullable(until).map(day -> HTTP_DATE.format(begin(day)));
        }
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        if (!retiring.isEmpty()) {
            registry.addInterceptor(this);
        }
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        Object pattern = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        find(String.valueOf(pattern)).ifPresent(ending -> {
            response.setHeader("Deprecation", ending.deprecation());
            ending.sunset().ifPresent(day -> response.setHeader("Sunset", day));
            response.addHeader(HttpHeaders.LINK, CHANGES);
        });
        return true;
    }

    private Optional<Retiring> find(String path) {
        return retiring.stream().filter(one -> one.path().equals(path)).findFirst();
    }

    @Bean
    OpenApiCustomizer deprecations() {
        return description -> description
                .getPaths()
                .forEach((path, item) -> find(path)
                        .ifPresent(_ -> item.readOperations().forEach(operation -> operation.setDeprecated(true))));
    }
}
