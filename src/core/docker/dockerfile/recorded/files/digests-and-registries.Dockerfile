FROM docker.io/library/python:3.14-slim@sha256:1111111111111111111111111111111111111111111111111111111111111111 AS pinned
FROM localhost:5000/team/base:1.0_rc-1
COPY --from=pinned /usr/local /usr/local
COPY --from=ghcr.io/astral-sh/uv:0.13.9 /uv /uvx /bin/
