FROM nginx:stable-alpine-slim
RUN rm -rf /usr/share/nginx/html/*
COPY --link dist/ /usr/share/nginx/html/
COPY --link <<EOF /etc/nginx/conf.d/default.conf
server {
  listen 8080;
  location / { try_files \$uri /index.html; }
}
EOF
USER nginx
