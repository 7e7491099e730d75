FROM debian:trixie-slim
SHELL ["/bin/bash", "-o", "pipefail", "-c"]
RUN curl -fsSL https://example.org/key.gpg | gpg --dearmor > /usr/share/keyrings/example.gpg
RUN echo "deb [signed-by=/usr/share/keyrings/example.gpg] https://example.org/apt stable main" \
      > /etc/apt/sources.list.d/example.list
