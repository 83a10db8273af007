package ru.mcu.directory;

/** Which body usually answers a group of topics; explains the routing table, does not replace it. */
public record Competence(String topic, String body) {}
