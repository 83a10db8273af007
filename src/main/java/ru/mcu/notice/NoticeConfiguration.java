package ru.mcu.notice;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import ru.mcu.platform.Channel;
import ru.mcu.platform.outbox.DeliveryChannel;

/** The bots that may write to staff. */
@Configuration(proxyBeanMethods = false)
class NoticeConfiguration {

    @Bean
    StaffBot staffTelegram(ObjectProvider<DeliveryChannel> channels, HabitRows rows) {
        return new StaffBot(NoticeRoute.TELEGRAM, Channel.TELEGRAM, "", channels, rows);
    }

    @Bean
    StaffBot staffMax(ObjectProvider<DeliveryChannel> channels, HabitRows rows) {
        return new StaffBot(NoticeRoute.MAX, Channel.MAX, "chat:", channels, rows);
    }
}
