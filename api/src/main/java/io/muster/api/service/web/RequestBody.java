package io.muster.api.service.web;

import io.muster.api.service.content.Contents;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.Part;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The body of a request, read to hash it and kept to be read again: small ones in memory, large ones in the work folder,
 * and the parts of a form where the server has put them.
 */
final class RequestBody implements AutoCloseable {
    private static final int IN_MEMORY_BYTES = 1 << 20;

    private final MessageDigest digest;
    private byte[] start = new byte[0];
    private @Nullable Path rest;
    private boolean isForm;

    private RequestBody(MessageDigest digest) {
        this.digest = digest;
    }

    static RequestBody read(HttpServletRequest request, Contents contents) throws IOException, ServletException {
        RequestBody body = new RequestBody(sha256());
        body.add(request.getRequestURI());
        body.add(String.valueOf(request.getQueryString()));
        String type = String.valueOf(request.getContentType()).toLowerCase(Locale.ROOT);
        if (type.startsWith("multipart/")) {
            body.isForm = true;
            body.addParts(request);
        } else {
            body.add(type);
            body.addBytes(request.getInputStream(), contents);
        }
        return body;
    }

    /** The boundary between parts is another with each call, so that the parts are hashed, not the bytes. */
    private void addParts(HttpServletRequest request) throws IOException, ServletException {
        try {
            for (Part part : request.getParts()) {
                add(part.getName());
                add(String.valueOf(part.getSubmittedFileName()));
                add(String.valueOf(part.getSize()));
                try (DigestInputStream in = new DigestInputStream(part.getInputStream(), digest)) {
                    in.transferTo(OutputStream.nullOutputStream());
                }
            }
        } catch (IllegalStateException e) {
            // Too large: whoever serves the request meets the same, and says so.
            add("too large");
        }
    }

    private void addBytes(InputStream in, Contents contents) throws IOException {
        start = in.readNBytes(IN_MEMORY_BYTES);
        digest.update(start);
        if (start.length == IN_MEMORY_BYTES) {
            Path file = contents.temporary(".body");
            rest = file;
            try (OutputStream out = new DigestOutputStream(Files.newOutputStream(file), digest)) {
                in.transferTo(out);
            }
        }
    }

    private void add(String text) {
        digest.update(text.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
    }

    /** {@return SHA-256 of path, query and body} */
    String hash() {
        MessageDigest copy;
        try {
            copy = (MessageDigest) digest.clone();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("every Java platform can copy SHA-256", e);
        }
        return HexFormat.of().formatHex(copy.digest());
    }

    /** {@return the request, whose body can be read as if nobody had} */
    HttpServletRequest again(HttpServletRequest request) throws IOException {
        if (isForm) {
            return request;
        }
        InputStream memory = new ByteArrayInputStream(start);
        InputStream whole = rest == null ? memory : new SequenceInputStream(memory, Files.newInputStream(rest));
        return new ReadAgain(request, whole);
    }

    @Override
    public void close() throws IOException {
        if (rest != null) {
            Files.deleteIfExists(rest);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static final class ReadAgain extends HttpServletRequestWrapper {
        private final ServletInputStream stream;

        ReadAgain(HttpServletRequest request, InputStream body) {
            super(request);
            stream = new Body(body);
        }

        @Override
        public ServletInputStream getInputStream() {
            return stream;
        }

        @Override
        public BufferedReader getReader() {
            String encoding = getCharacterEncoding();
            return new BufferedReader(new InputStreamReader(
                    stream, encoding == null ? StandardCharsets.UTF_8 : Charset.forName(encoding)));
        }
    }

    private static final class Body extends ServletInputStream {
        private final InputStream in;
        private boolean isFinished;

        Body(InputStream in) {
            this.in = in;
        }

        @Override
        public int read() throws IOException {
            int read = in.read();
            isFinished = read < 0;
            return read;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int read = in.read(bytes, offset, length);
            isFinished = read < 0;
            return read;
        }

        @Override
        public boolean isFinished() {
            return isFinished;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new UnsupportedOperationException("the body is there already");
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }
}
