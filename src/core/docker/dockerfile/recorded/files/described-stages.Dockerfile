# check=experimental=all
# VERSION is the release to build
ARG VERSION=1
# base installs what all need
FROM alpine AS base
# something else
FROM base AS release
# VERSION the release
ARG VERSION
