FROM eclipse-temurin:25 AS split
COPY app.jar app.jar
RUN java -Djarmode=tools -jar app.jar extract --layers --destination out
FROM eclipse-temurin:25-jre
VOLUME /tmp
COPY --from=0 out/dependencies/ ./
COPY --from=split out/application/ ./
