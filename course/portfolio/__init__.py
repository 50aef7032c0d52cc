"""What a learner takes along from the course: a plan of their own, and a certificate."""
