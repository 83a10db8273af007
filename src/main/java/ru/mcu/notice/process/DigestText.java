package ru.mcu.notice.process;

/**
 * A person's morning in numbers.
 *
 * @param untaken tasks of his groups that nobody has taken
 */
record DigestText(long mine, long overdue, long today, long untaken) {

    boolean isEmpty() {
        return mine == 0 && untaken == 0;
    }

    String subject() {
        return overdue > 0 ? "Сводка на утро: просрочено " + overdue : "Сводка на утро";
    }

    String body(String link) {
        return "Моих задач: " + mine + "\nИз них просрочено: " + overdue + "\nСрок сегодня: " + today
                + "\nНикем не взято в моих группах: " + untaken + "\n" + link;
    }
}
