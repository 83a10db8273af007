package ru.mcu.channel;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

/** Binds what all channels share. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({HttpCallSettings.class, InboxSettings.class})
class ChannelConfiguration {}
