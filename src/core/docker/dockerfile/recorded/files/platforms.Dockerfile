FROM --platform=$BUILDPLATFORM golang AS cross
ARG TARGETPLATFORM BUILDPLATFORM
RUN echo "$BUILDPLATFORM to $TARGETPLATFORM"
FROM --platform=linux/amd64 alpine AS fixed
FROM --platform=$TARGETPLATFORM alpine
COPY --from=cross /go /go
