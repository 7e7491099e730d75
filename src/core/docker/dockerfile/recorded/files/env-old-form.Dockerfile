FROM alpine
ENV TITLE A title with several  words
ENV PATH=/opt/bin:$PATH \
    QUOTED="a \"quoted\" word" \
    SINGLE='left $alone' \
    ESCAPED=two\ words
LABEL maintainer team@example.org
LABEL org.opencontainers.image.title="thing" org.opencontainers.image.version=1.0
