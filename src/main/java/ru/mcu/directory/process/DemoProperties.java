package ru.mcu.directory.process;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Accounts of the profile {@code demo}.
 *
 * @param password of every demo account; environment variable {@code MCU_DEMO_PASSWORD}
 */
@ConfigurationProperties("mcu.demo")
record DemoProperties(@DefaultValue("mcu-demo") String password) {}
