ARG REGISTRY=docker.io
ARG BASE=${REGISTRY}/library/alpine
ARG TAG
FROM ${BASE}:${TAG:-3.23} AS one
ARG TAG
ARG GREETING="hello there" NAME
RUN echo "$GREETING $NAME $TAG"
FROM one AS two
ARG NAME=two
ENV NAME=${NAME}
LABEL name=$NAME greeting="${GREETING}"
