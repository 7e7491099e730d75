FROM python:3.14
ARG API_TOKEN
ENV DATABASE_PASSWORD=hunter2
RUN echo "$API_TOKEN" > /root/.token && pip install . && rm /root/.token
CMD python app.py
