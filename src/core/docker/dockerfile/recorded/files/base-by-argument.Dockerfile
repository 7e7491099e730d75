ARG DISTRO=debian
FROM debian:trixie AS base-debian
FROM alpine:3.23 AS base-alpine
FROM base-${DISTRO} AS base
COPY --from=context-name . /named
RUN echo $0 $@ $$ ${#}
