package ru.mcu.channel.max;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

/** Binds the settings of MAX. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MaxSettings.class)
class MaxConfiguration {}
