const express = require('express');
const mysql = require('mysql2/promise');

const pool = mysql.createPool({
  host: process.env.DATABASE_HOST,
  user: 'shop',
  database: 'shop',
  connectionLimit: 20,
  connectTimeout: 2000,
  waitForConnections: true,
});
const app = express();

app.get('/healthz', (request, response) => response.send('ok'));
app.get('/', async (request, response) => {
  const [rows] = await pool.query('SELECT id, name FROM products');
  response.json(rows);
});

app.listen(80);
