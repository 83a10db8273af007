package ru.mcu.channel.vk;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

/** Binds the settings of ВКонтакте. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(VkSettings.class)
class VkConfiguration {}
