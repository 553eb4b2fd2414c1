import express from 'express';
import { requireUser } from './requireUser';
import { router } from './routes/auth';

const app = express();
app.use(requireUser);
app.use('/pusher', router);
app.listen(3000);
