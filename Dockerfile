# syntax=docker/dockerfile:1
#
#   docker build -t attune .
#   docker run --rm -p 127.0.0.1:8642:8642 attune
#
# Jobs live in memory. To keep them: -e ATTUNE_DATA_DIR=/data -v attune:/data
# It also runs with --read-only --tmpfs /tmp --cap-drop ALL --security-opt no-new-privileges

FROM eclipse-temurin:25-jdk AS build
# Without unzip the Maven wrapper fetches another archive than the one whose checksum it knows.
RUN apt-get update \
    && apt-get install -y --no-install-recommends curl unzip \
    && rm -rf /var/lib/apt/lists/*
WORKDIR /build
COPY mvnw pom.xml ./
COPY .mvn .mvn
COPY src/main src/main
ENV MAVEN_USER_HOME=/m2
RUN --mount=type=cache,target=/m2 \
    ./mvnw -B -ntp -Dmaven.repo.local=/m2/repository -Dmaven.test.skip=true -Dspotless.skip=true package \
    && java -Djarmode=tools -jar target/attune.jar extract --layers --destination layers

FROM eclipse-temurin:25-jre
WORKDIR /app
# A named volume takes over the owner of the folder that it covers.
RUN install -d -o 10001 -g 10001 /data
# From what changes least to what changes most.
COPY --from=build /build/layers/dependencies/ ./
COPY --from=build /build/layers/spring-boot-loader/ ./
COPY --from=build /build/layers/snapshot-dependencies/ ./
COPY --from=build /build/layers/application/ ./
USER 10001:10001
# Inside a container the loopback address is out of everyone's reach: whoever publishes the port decides who gets in.
ENV SERVER_ADDRESS=0.0.0.0
EXPOSE 8642
# The image has neither curl nor wget, but bash speaks TCP.
HEALTHCHECK --interval=5s --timeout=5s --start-period=60s \
    CMD ["bash", "-c", "exec 3<>\"/dev/tcp/127.0.0.1/${SERVER_PORT:-8642}\" && printf 'GET /_attune/health HTTP/1.0\\r\\nHost: localhost\\r\\n\\r\\n' >&3 && grep -q '^HTTP/1.[01] 200' <&3"]
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=75", "-jar", "attune.jar"]
