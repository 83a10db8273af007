package ru.mcu.channel;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How channels are called.
 *
 * @param timeout for the whole call
 */
@ConfigurationProperties("mcu.channels.http")
record HttpCallSettings(@DefaultValue("15s") Duration timeout) {}
