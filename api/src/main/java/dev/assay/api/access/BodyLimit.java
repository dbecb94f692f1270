package dev.assay.api.access;

import dev.assay.api.problem.BodyTooLarge;
import dev.assay.api.problem.Problems;
import dev.assay.store.request.Papers;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses a body that is too large: by its announced length before a byte of it is read, else as soon as it has grown too large. Uploads of files
 * have a limit of their own ({@code spring.servlet.multipart}), and so has a paper of a visit, which is its body.
 */
final class BodyLimit extends OncePerRequestFilter {

    private static final String FILES = "multipart/form-data";

    private static final Pattern PAPER = Pattern.compile("/v1/visits/[^/]+/papers");

    private final long most;

    BodyLimit(DataSize most) {
        this.most = most.toBytes();
    }

    private long most(HttpServletRequest request) {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        return PAPER.matcher(path).matches() ? Math.max(most, Papers.LARGEST) : most;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return Objects.requireNonNullElse(request.getContentType(), "").startsWith(FILES);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        long largest = most(request);
        if (request.getContentLengthLong() > largest) {
            response.setHeader(HttpHeaders.CONNECTION, "close");
            Problems.refuse(request, response, HttpStatus.CONTENT_TOO_LARGE, null);
            return;
        }
        chain.doFilter(request.getContentLengthLong() < 0 ? new Counted(request, largest) : request, response);
    }

    private static final class Counted extends HttpServletRequestWrapper {

        private final long most;

        Counted(HttpServletRequest request, long most) {
            super(request);
            this.most = most;
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            return new CountedStream(super.getInputStream(), most);
        }

        @Override
        public BufferedReader getReader() throws IOException {
            return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
        }
    }

    private static final class CountedStream extends ServletInputStream {

        private final ServletInputStream inner;
        private final long most;
        private long count;

        CountedStream(ServletInputStream inner, long most) {
            this.inner = inner;
            this.most = most;
        }

        @Override
        public int read() throws IOException {
            int read = inner.read();
            count(read < 0 ? 0 : 1);
            return read;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            int read = inner.read(into, from, length);
            count(Math.max(0, read));
            return read;
        }

        private void count(int bytes) throws BodyTooLarge {
            count += bytes;
            if (count > most) {
                throw new BodyTooLarge(most);
            }
        }

        @Override
        public boolean isFinished() {
            return inner.isFinished();
        }

        @Override
        public boolean isReady() {
            return inner.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            inner.setReadListener(listener);
        }
    }
}
