package ru.mcu.channel.ok;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

/** Binds the settings of Одноклассники. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(OkSettings.class)
class OkConfiguration {}
