package ru.mcu.channel.media;

import java.net.InetAddress;
import java.net.URI;
import java.util.List;

/** An address that was checked, with the machines that it led to at that moment. */
record Destination(URI address, String host, int port, List<InetAddress> machines) {}
