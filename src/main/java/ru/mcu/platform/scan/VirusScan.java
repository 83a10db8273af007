package ru.mcu.platform.scan;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.UnixDomainSocketAddress;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.core.io.InputStreamSource;
import org.springframework.stereotype.Component;
import ru.mcu.platform.StartRefused;

/** The city's antivirus, ClamAV, for whoever takes files in; without one every file counts as clean. */
@Component
@EnableConfigurationProperties(ScanSettings.class)
public class VirusScan {

    private static final Logger log = LoggerFactory.getLogger(VirusScan.class);
    private static final Pattern HOST_AND_PORT = Pattern.compile("\\[?([^\\[\\]/]+)]?:(\\d{1,5})");
    private static final Pattern FOUND = Pattern.compile("stream: (.+) FOUND");
    private static final String UNIX = "unix:";

    private final @Nullable Clamd clamd;

    public VirusScan(ScanSettings settings) {
        this.clamd = settings.clamd() == null || settings.clamd().isBlank()
                ? null
                : new Clamd(address(settings.clamd().strip()), settings.scanTime());
    }

    /** Never throws because of the antivirus: a failure is {@link ScanResult.Unavailable}. */
    public ScanResult scan(InputStreamSource file) throws IOException {
        if (clamd == null) {
            return new ScanResult.Clean();
        }
        try (InputStream content = file.getInputStream()) {
            return understood(clamd.scan(content));
        } catch (Clamd.NoAnswer e) {
            log.warn("the antivirus does not answer: {}", String.valueOf(e.getCause()));
            return new ScanResult.Unavailable();
        }
    }

    private static ScanResult understood(String reply) {
        if (reply.equals("stream: OK")) {
            return new ScanResult.Clean();
        }
        Matcher found = FOUND.matcher(reply);
        if (found.matches()) {
            return new ScanResult.Infected(found.group(1));
        }
        log.error("the antivirus cannot scan a file: {}", reply);
        return new ScanResult.Unavailable();
    }

    private static SocketAddress address(String clamd) {
        if (clamd.startsWith(UNIX)) {
            return UnixDomainSocketAddress.of(Path.of(clamd.substring(UNIX.length())));
        }
        Matcher parts = HOST_AND_PORT.matcher(clamd);
        if (!parts.matches()) {
            throw new StartRefused(
                    "Непонятен адрес антивируса в mcu.media.clamd: " + clamd,
                    "Укажите clamav:3310 или unix:/run/clamav/clamd.ctl, либо уберите настройку.");
        }
        return InetSocketAddress.createUnresolved(parts.group(1), Integer.parseInt(parts.group(2)));
    }
}
