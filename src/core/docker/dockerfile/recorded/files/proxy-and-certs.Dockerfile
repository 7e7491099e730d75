FROM alpine
ARG HTTPS_PROXY
ARG no_proxy=localhost
COPY corp.crt /usr/local/share/ca-certificates/
RUN update-ca-certificates
ENV SSL_CERT_FILE=/etc/ssl/certs/ca-certificates.crt REQUESTS_CA_BUNDLE=$SSL_CERT_FILE
