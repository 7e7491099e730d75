# syntax=docker/dockerfile:1
FROM alpine
RUN echo one \
    && echo two
COPY <<EOF /a
text
EOF
CMD ["a"]
