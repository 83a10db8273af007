package ru.mcu.channel.media;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.List;
import java.util.stream.Stream;

/**
 * Tells addresses of the open internet from all others, by the special-purpose registries of IANA (RFC 6890 and its
 * updates). What carries an IPv4 address inside an IPv6 one is not open: nobody knows where it ends.
 */
final class PublicAddresses {

    private static final List<AddressRange> CLOSED = ranges(
            "0.0.0.0/8",
            "10.0.0.0/8",
            "100.64.0.0/10",
            "127.0.0.0/8",
            "168.63.129.16/32", // what an Azure machine asks about itself
            "169.254.0.0/16",
            "172.16.0.0/12",
            "192.0.0.0/24",
            "192.0.2.0/24",
            "192.88.99.0/24",
            "192.168.0.0/16",
            "198.18.0.0/15",
            "198.51.100.0/24",
            "203.0.113.0/24",
            "224.0.0.0/4",
            "240.0.0.0/4",
            "2001::/23",
            "2001:db8::/32",
            "2002::/16",
            "3fff::/20");

    private static final AddressRange OPEN_V6 = AddressRange.of("2000::/3");

    private PublicAddresses() {}

    static boolean contain(InetAddress address) {
        if (!(address instanceof Inet4Address) && (!OPEN_V6.contains(address) || isIsatap(address.getAddress()))) {
            return false;
        }
        return CLOSED.stream().noneMatch(range -> range.contains(address));
    }

    /** RFC 5214: the last 64 bits are 0000:5efe or 0200:5efe and an IPv4 address. */
    private static boolean isIsatap(byte[] v6) {
        return (v6[8] & 0xFD) == 0 && v6[9] == 0 && v6[10] == 0x5E && (v6[11] & 0xFF) == 0xFE;
    }

    private static List<AddressRange> ranges(String... texts) {
        return Stream.of(texts).map(AddressRange::of).toList();
    }
}
