FROM python:3.14-slim
WORKDIR /app
ONBUILD COPY requirements.txt /app/
ONBUILD RUN pip install -r requirements.txt
ONBUILD COPY . /app
ONBUILD ENV MODE=production
onbuild user 1000
CMD ["python", "app.py"]
