FROM golang:1.26
ENV GOPRIVATE=git.example.org
RUN --mount=type=ssh,id=default,required git ls-remote ssh://git@git.example.org/team/thing.git
RUN --mount=type=ssh go mod download
