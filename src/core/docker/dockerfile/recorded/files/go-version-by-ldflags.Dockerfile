FROM golang:1.26-alpine
ARG VERSION=dev
RUN go build -ldflags "-X 'main.version=${VERSION}' -s -w" -o /bin/tool . \
    && /bin/tool --version
