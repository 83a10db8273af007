package ru.mcu.channel.media;

import java.net.InetAddress;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import ru.mcu.platform.StartRefused;

/**
 * An exception that the administrator makes.
 *
 * @param port null: the usual two
 */
record AllowedAddress(
        @Nullable AddressRange range,
        @Nullable String name,
        @Nullable Integer port) {

    private static final Pattern WITH_PORT = Pattern.compile("(?:\\[([0-9a-fA-F:.]+)]|([^:\\[\\]]+))(?::(\\d{1,5}))?");
    private static final Pattern NAME = Pattern.compile("[a-z0-9_-]+(\\.[a-z0-9_-]+)*");

    /** @throws StartRefused when the text is neither an address, a network nor a name */
    static AllowedAddress of(String text) {
        String entry = text.strip().toLowerCase(Locale.ROOT);
        Matcher parts = WITH_PORT.matcher(entry);
        try {
            if (!parts.matches()) {
                return new AllowedAddress(AddressRange.of(entry), null, null); // IPv6 without brackets
            }
            String host = parts.group(1) == null ? parts.group(2) : parts.group(1);
            Integer port = parts.group(3) == null ? null : Integer.valueOf(parts.group(3));
            boolean name = NAME.matcher(host).matches() && !AddressRange.isAddress(host);
            return name ? new AllowedAddress(null, host, port) : new AllowedAddress(AddressRange.of(host), null, port);
        } catch (IllegalArgumentException e) {
            throw new StartRefused(
                    "Непонятен адрес в mcu.media.allowed-addresses: " + text,
                    "Укажите сеть (10.1.2.0/24), адрес с портом (10.1.2.3:8443) или имя (files.city.local:8080).");
        }
    }

    boolean covers(String host, InetAddress address, int asked) {
        return mayCover(host, asked) && (range == null || range.contains(address));
    }

    /** Whether it depends on the address only. */
    boolean mayCover(String host, int asked) {
        boolean portFits = port == null ? asked == 80 || asked == 443 : port == asked;
        return portFits && (range != null || host.equals(name));
    }
}
