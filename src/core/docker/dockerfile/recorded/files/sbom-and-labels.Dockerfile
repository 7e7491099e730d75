ARG BUILDKIT_SBOM_SCAN_CONTEXT=true
FROM alpine
ARG BUILDKIT_SBOM_SCAN_STAGE=true
ARG SOURCE_DATE_EPOCH
ARG HTTP_PROXY
LABEL "com.example.vendor"="Example" \
      com.example.empty="" \
      description="a text \
that goes on"
