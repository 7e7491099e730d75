FROM nginx
COPY <<robots.txt <<humans.txt /usr/share/nginx/html/
User-agent: *
Disallow: /private
robots.txt
Made by people.
humans.txt
ARG NAME=world
COPY <<"raw" <<cooked /texts/
Hello $NAME
raw
Hello ${NAME:-nobody}, \$5
cooked
