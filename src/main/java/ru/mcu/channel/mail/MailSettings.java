package ru.mcu.channel.mail;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the city writes letters.
 *
 * @param from the address that citizens see and may answer
 */
@ConfigurationProperties("mcu.mail")
record MailSettings(@DefaultValue("mcu@example.org") String from) {}
