package ru.mcu.directory.process;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

/** Registers the settings of accounts. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({DemoProperties.class, IntegrationProperties.class})
class ProcessSideConfiguration {}
