package ru.mcu.notice.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A person's choices as his page shows them. */
record NoticeView(
        List<Named> kinds,
        List<Route> routes,
        List<Choice> refused,
        String quietFrom,
        String quietTo,
        boolean restDays) {

    record Named(String code, String title) {}

    /**
     * @param open whether the installation is connected to it
     * @param linked whether this person can be reached on it
     * @param account his address, where there is one to show
     */
    record Route(
            String code,
            String title,
            boolean open,
            boolean linked,
            @Nullable String account) {}

    record Choice(String kind, String route) {}
}
