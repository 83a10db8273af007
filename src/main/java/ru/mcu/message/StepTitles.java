package ru.mcu.message;

/** The names of steps that have a norm. */
final class StepTitles {

    private StepTitles() {}

    static String of(String step) {
        return switch (step) {
            case "assign" -> "Разбор и назначение";
            case "draft" -> "Подготовка ответа";
            case "rework" -> "Доработка ответа";
            case "interimFinal" -> "Окончательный ответ";
            case "review" -> "Проверка";
            case "cur" -> "Согласование ЦУР";
            case "publish" -> "Публикация";
            case "facts" -> "Сведения другого органа";
            case "survey" -> "Оценка автора";
            default -> step;
        };
    }
}
