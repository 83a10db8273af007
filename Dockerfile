FROM eclipse-temurin:17-jdk AS build
WORKDIR /build
COPY . .
RUN --mount=type=cache,target=/root/.m2 ./mvnw -B -DskipTests package
RUN java -Djarmode=tools -jar target/mcu.jar extract --layers --destination target/layers

FROM eclipse-temurin:17-jre
RUN groupadd --gid 10001 mcu \
 && useradd --uid 10001 --gid 10001 --no-create-home --home-dir /nonexistent --shell /usr/sbin/nologin mcu \
 && install -d -o mcu -g mcu -m 0700 /data
WORKDIR /app
# What changes least goes first, so that an update downloads only the last layers.
COPY --from=build /build/target/layers/dependencies/ ./
COPY --from=build /build/target/layers/spring-boot-loader/ ./
COPY --from=build /build/target/layers/snapshot-dependencies/ ./
COPY --from=build /build/target/layers/application/ ./
# What a city edits: mount another folder over any of them.
COPY processes/ processes/
COPY forms/ forms/
COPY config/ config/

# Written at run time: /data (only with the embedded database) and /tmp. The root file system may be read-only.
ENV SPRING_PROFILES_ACTIVE=production \
    MCU_HOME=/app \
    MCU_DATA_DIR=/data \
    LANG=C.UTF-8
VOLUME /data
USER 10001:10001
EXPOSE 8080
HEALTHCHECK --interval=15s --timeout=10s --start-period=180s --retries=4 \
  CMD ["java", "-Xmx32m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:-UsePerfData", "-cp", "mcu.jar", "ru.mcu.platform.ReadinessProbe"]
# More options (memory, proxy): the environment variable JAVA_TOOL_OPTIONS.
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=60", "-XX:+ExitOnOutOfMemoryError", "-XX:-UsePerfData", "-Djava.io.tmpdir=/tmp", "-Dfile.encoding=UTF-8", "-Duser.language=ru", "-Duser.country=RU", "-jar", "mcu.jar"]
